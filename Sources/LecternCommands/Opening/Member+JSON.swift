import ReviewCore

extension Member {
  /// The member as they stand in `summit.json`. What is absent or empty is left out.
  var json: JSONObject {
    var entry = JSONObject(members: [
      ("id", .string(id.text)), ("name", .string(name)), ("role", .string(role.rawValue)),
    ])
    if let email { entry.append("email", .string(email)) }
    if let organization { entry.append("organization", .string(organization)) }
    if !expertise.isEmpty { entry.append("expertise", .strings(expertise.map(\.text))) }
    return entry
  }
}
