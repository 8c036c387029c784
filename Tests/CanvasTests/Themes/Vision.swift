import Foundation

/// A colour as an eye sees it: how bright, and how far from another.
struct Vision {
    /// Linear light of red, green and blue, 0…1.
    var light: [Double]

    init(_ rgb: UInt32) {
        light = [16, 8, 0].map { shift in
            let value = Double(rgb >> shift & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }

    /// WCAG 2's relative luminance.
    var luminance: Double { 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] }

    /// WCAG 2's contrast ratio: 1…21.
    func contrast(to other: Vision) -> Double {
        (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
    }

    /// As without the middle cones, by the model of Machado, Oliveira and Fernandes (2009).
    var deuteranopic: Vision {
        let matrix = [
            [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
        ]
        var seen = self
        seen.light = matrix.map { row in min(max(zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
        return seen
    }

    /// CIE 1976's difference; about 2 can just be seen.
    func difference(to other: Vision) -> Double {
        zip(lab, other.lab).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    private var lab: [Double] {
        let xyz = [
            (0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.9505, luminance,
            (0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.089,
        ].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16 / 116 }
        return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
    }
}
