import LecternCommands

@main
struct Lectern {
  static func main() async { await Program.main() }
}
