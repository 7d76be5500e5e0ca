using System.Globalization;
using QRCoder;

namespace NtmServerless.Documents.Attendance;

/// <summary>The QR code of a signing sheet: <c>NTM:{class id}:{session}</c>.</summary>
public static class SheetCode
{
    private const string Scheme = "NTM";

    // Small enough for a phone to take in, big enough for a scanner at 150 dpi: printed 17 mm wide.
    private const int PixelsAModule = 8;

    public static string Text(ClassId classId, int session) => $"{Scheme}:{classId}:{session}";

    /// <summary>The class and session that a code names, or null where it is another code.</summary>
    public static (ClassId ClassId, int Session)? Read(string text) =>
        text.Split(':') is [Scheme, { Length: > 0 } classId, var session] && int.TryParse(session, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? (new ClassId(classId), number)
            : null;

    /// <summary>
    /// A PNG, black on white, without a quiet zone: the head of the page leaves that free around it. A quarter of it may be
    /// unreadable.
    /// </summary>
    public static byte[] Png(ClassId classId, int session)
    {
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(Text(classId, session), QRCodeGenerator.ECCLevel.Q);
        using PngByteQRCode png = new(code);
        return png.GetGraphic(PixelsAModule, drawQuietZones: false);
    }
}
