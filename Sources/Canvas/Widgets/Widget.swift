/// Something that can be drawn into any area, however small; it never draws outside of it.
package protocol Widget {
    func draw(in area: Area, on frame: inout Frame)
}
