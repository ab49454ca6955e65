/// An array of plain values for inner loops: no bounds checks in release builds, no shared storage.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  /// An empty buffer with room for some elements.
  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// The elements, as long as nothing is added.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// Makes room for so many more elements.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(to: count + more) }
  }

  @inline(never)
  private mutating func grow(to least: Int) {
    capacity = max(least, capacity * 2)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.initialize(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// Adds an element for which there is room.
  @inline(__always)
  mutating func appendReserved(_ element: Element) {
    assert(count < capacity, "no room past \(count) elements")
    (base + count).initialize(to: element)
    count += 1
  }

  /// Takes over the elements below `count`, which were written through `base` into reserved room.
  @inline(__always)
  mutating func setCount(_ count: Int) {
    assert(count <= capacity, "\(count) elements in room for \(capacity)")
    self.count = count
  }

  /// Makes the buffer so long, with copies of an element.
  mutating func extend(to newCount: Int, with element: Element) {
    guard newCount > count else { return }
    reserve(newCount - count)
    (base + count).initialize(repeating: element, count: newCount - count)
    count = newCount
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "index \(index) of \(count)")
      return base[index]
    }
    set {
      assert(index >= 0 && index < count, "index \(index) of \(count)")
      base[index] = newValue
    }
  }
}
