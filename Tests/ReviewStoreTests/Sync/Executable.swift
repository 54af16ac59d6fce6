import Glibc

/// Lets a file be run.
func makeExecutable(_ path: UnsafePointer<CChar>) -> CInt { chmod(path, 0o755) }
