extension String {
  /// The text with each capital sigma that ends a word as `ς`, which is its lower case there.
  ///
  /// The library lowers scalar by scalar and knows no ends of words. Source: SpecialCasing.txt,
  /// Final_Sigma. O(length), and at once where there is none.
  var withFinalSigmas: String {
    var text = self
    let hasSigma = text.withUTF8 { bytes in
      var place = 1
      while place < bytes.count {
        if bytes[place] == 0xA3, bytes[place - 1] == 0xCE { return true }
        place += 1
      }
      return false
    }
    guard hasSigma else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = UnicodeScalarView()
    // Looking back and ahead goes over apostrophes and marks, and only once over each.
    var isAfterCased = false
    for (place, scalar) in scalars.enumerated() {
      let isFinal = scalar == "Σ" && isAfterCased && !isCased(scalars, after: place)
      result.append(isFinal ? "ς" : scalar)
      if !scalar.properties.isCaseIgnorable { isAfterCased = scalar.properties.isCased }
    }
    return String(result)
  }

  private func isCased(_ scalars: [Unicode.Scalar], after place: Int) -> Bool {
    for next in scalars[(place + 1)...] where !next.properties.isCaseIgnorable {
      return next.properties.isCased
    }
    return false
  }
}
