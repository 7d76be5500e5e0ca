using System.Globalization;

namespace NtmServerless.Domain.Characters;

/// <summary>How well two colours are told apart (WCAG 2.1, "contrast ratio" and "relative luminance").</summary>
public static class Contrast
{
    /// <summary>The least ratio of text to its ground (success criterion 1.4.3).</summary>
    public const double OfText = 4.5;

    /// <summary>The least ratio of an edge or a sign to its ground (success criterion 1.4.11).</summary>
    public const double OfEdges = 3;

    /// <param name="one">Six hexadecimal digits.</param>
    /// <param name="other">Six hexadecimal digits.</param>
    /// <returns>1 (the same) to 21 (black and white).</returns>
    public static double Of(string one, string other)
    {
        double a = Luminance(one), b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Channel(colour, 0) + 0.7152 * Channel(colour, 2) + 0.0722 * Channel(colour, 4);

    private static double Channel(string colour, int at)
    {
        double c = int.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
