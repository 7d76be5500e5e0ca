using System.Globalization;
using System.Text;

namespace NtmServerless.Functions.Tests.Support;

/// <summary>Small real files as officers upload them, and uploads of them.</summary>
internal static class Files
{
    public static byte[] Pdf(string text) => Encoding.ASCII.GetBytes(
        $"%PDF-1.4\n% {text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        + "trailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>A JPEG file of 8 x 8 points with some data of a scan.</summary>
    /// <param name="said">Segments that a camera adds, whole.</param>
    public static byte[] Jpeg(byte mark = 1, params byte[] said) =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, .. said, 0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, .. Enumerable.Repeat(mark, 200), 0xFF, 0xD9,
    ];

    public static MultipartFormDataContent Upload(
        byte[]? file, string kind = "signedSheet", int? session = null, int? signatures = null, string name = "danh-sach.pdf")
    {
        MultipartFormDataContent form = new() { { new StringContent(kind), "kind" } };
        if (session is { } s) form.Add(new StringContent(s.ToString(CultureInfo.InvariantCulture)), "session");
        if (signatures is { } n) form.Add(new StringContent(n.ToString(CultureInfo.InvariantCulture)), "signatures");
        if (file is not null) form.Add(new ByteArrayContent(file), "file", name);
        return form;
    }

    public static MultipartFormDataContent Alone(byte[] file, string name = "ban-da-ky.pdf") => new() { { new ByteArrayContent(file), "file", name } };
}
