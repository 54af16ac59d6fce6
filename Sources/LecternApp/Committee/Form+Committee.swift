import ReviewCore

extension Form {
  /// The form for a new member. Where there is no chair yet, the first one.
  static func newMember(in event: Event) -> Form {
    let isFirst = !event.committee.contains { $0.isChair }
    var form = Form(
      .newMember, title: isFirst ? "The first chair" : "A new member",
      fields: memberFields(nil, isFirst ? .chair : .reviewer, in: event))
    form.suggestsID = true
    return form
  }

  /// The form for a member who is there.
  static func member(_ member: Member, in event: Event) -> Form {
    Form(
      .member(member.id), title: "\(member.name) (\(member.id))",
      fields: memberFields(member, member.role, in: event))
  }

  /// The form for a setting that is typed.
  static func setting(_ setting: EventSetting, in event: Event) -> Form {
    Form(
      .setting(setting), title: setting.title(in: event),
      fields: [.text(.setting, "Value", setting.text(in: event), remark: setting.remark)])
  }

  private static func memberFields(
    _ member: Member?, _ role: Member.Role, in event: Event
  ) -> [FormField] {
    let roles = Member.Role.allCases
    let areas = event.focusAreas.map(\.id.text).joined(separator: ", ")
    var fields: [FormField] = [
      .text(.name, "Name", member?.name ?? "", remark: "As others know them."),
      .choice(
        .role, "Role", roles.map(\.rawValue), roles.firstIndex { $0 == role } ?? 0,
        remark: "A chair decides, imports and changes all of this; a reviewer reviews."),
      .text(
        .email, "E-mail", member?.email ?? "",
        remark: "May stay empty. With it their own proposals are known as conflicts."),
      .text(.organization, "Organisation", member?.organization ?? "", remark: "May stay empty."),
      .text(
        .expertise, "Knows well", member?.expertise.map(\.text).joined(separator: ", ") ?? "",
        remark: areas.isEmpty ? "This summit has no focus areas." : "Of \(areas)."),
    ]
    if member == nil {
      fields.insert(
        .text(
          .id, "Id",
          remark: "The name of their review file, which stays. What they give to --as."), at: 1)
    }
    return fields
  }

  /// Lets the id follow the name as long as nobody typed another one.
  mutating func suggestID(after key: FormField.Key, in event: Event) {
    if key == .id { suggestsID = fields.text(.id).isEmpty }
    guard key == .name, suggestsID else { return }
    let name = fields.text(.name)
    let first = name.split(separator: " ").first.map(String.init) ?? ""
    let ids = [first, name].compactMap { Identifier(makingFrom: $0) }
    let free = ids.first { event.member($0) == nil } ?? ids.last
    fields.set(.id, to: free?.text ?? "")
  }

  /// The change that the form stands for; says what is wrong with a field where there is none.
  mutating func edit(in event: Event) -> EventEdit? {
    switch purpose {
    case .newMember: return newMember(in: event)
    case .member(let id): return member(id, in: event)
    case .setting(let setting):
      do throws(TypedSetting.Problem) {
        return try setting.edit(typed: fields.text(.setting))
      } catch {
        fields.refuse(.setting, error.description)
        return nil
      }
    case .files: return nil
    }
  }

  private mutating func newMember(in event: Event) -> EventEdit? {
    guard checkName() else { return nil }
    guard let id = Identifier(fields.text(.id)) else {
      fields.refuse(.id, "An id is \(Identifier.rule).")
      return nil
    }
    guard event.member(id) == nil else {
      fields.refuse(.id, EventEditRefusal.memberIsThere(id).description)
      return nil
    }
    return filled(Member(id: id, name: ""), in: event).map { .addMember($0) }
  }

  private mutating func member(_ id: Identifier, in event: Event) -> EventEdit? {
    guard let member = event.member(id) else {
      problem = "\(id) is no longer on the committee."
      return nil
    }
    guard checkName() else { return nil }
    return filled(member, in: event).map { .changeMember(id, $0) }
  }

  private mutating func checkName() -> Bool {
    guard fields.text(.name).isEmpty else { return true }
    fields.refuse(.name, EventEditRefusal.noName("a member").description)
    return false
  }

  /// A member as the fields say.
  private mutating func filled(_ member: Member, in event: Event) -> Member? {
    var member = member
    member.name = fields.text(.name)
    member.role = Member.Role.allCases[fields.place(.role)]
    member.email = fields.text(.email).nilIfEmpty
    member.organization = fields.text(.organization).nilIfEmpty
    do throws(EventEditRefusal) {
      member.expertise = try TypedSetting.focusAreas(fields.text(.expertise), in: event)
      return member
    } catch {
      fields.refuse(.expertise, error.description)
      return nil
    }
  }
}

extension String {
  /// The text, or nil where it is empty.
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
