using System.Globalization;

namespace NtmServerless.Documents.Layout;

/// <summary>The measures that a DOCX file counts in.</summary>
internal static class Units
{
    private const double MillimetresAnInch = 25.4;

    /// <summary>Twentieths of a point.</summary>
    public static int Twips(double millimetres) => (int)Math.Round(millimetres / MillimetresAnInch * 1440, MidpointRounding.AwayFromZero);

    public static int TwipsOfPoints(double points) => (int)Math.Round(points * 20, MidpointRounding.AwayFromZero);

    /// <summary>English metric units, of pictures.</summary>
    public static long Emus(double millimetres) => (long)Math.Round(millimetres * 36_000, MidpointRounding.AwayFromZero);

    public static string HalfPoints(double points) => ((int)Math.Round(points * 2, MidpointRounding.AwayFromZero)).ToString(CultureInfo.InvariantCulture);

    /// <summary>240ths of a single line.</summary>
    public static string Lines(double lines) => ((int)Math.Round(lines * 240, MidpointRounding.AwayFromZero)).ToString(CultureInfo.InvariantCulture);
}
