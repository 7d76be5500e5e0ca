using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>Files as phones, scanners and mail programs really make them.</summary>
[Collection(ClockCollection.Name)]
public sealed class SentFilesTests(RunningApp app, HeldClassFixture held) : IClassFixture<HeldClassFixture>
{
    private string Path => $"/api/classes/{held.Id}/evidence";

    [Theory]
    [InlineData("60-motion-photo.jpg", "photo")]
    [InlineData("62-pdf-leading-bom.pdf", "signedSheet")]
    [InlineData("63-pdf-trailing-zeros.pdf", "signedSheet")]
    public async Task Upload_WithMoreThanTheFileAroundIt_IsTaken(string name, string kind) =>
        (await app.Administrator.PostAsync(Path, Files.Upload(Sent(name), kind, name: name))).Must(HttpStatusCode.Created);

    [Fact]
    public async Task Upload_OfALockedPdf_IsRefusedWithWords()
    {
        Answer refused = await app.Administrator.PostAsync(Path, Files.Upload(Sent("64-pdf-encrypted-marker.pdf")));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "file-encrypted"), (refused.Status, refused.Problem));
    }

    [Theory]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "file-heic", "Tương thích nhất")]
    [InlineData("RIFF\u0010\0\0\0WEBPVP8 ", "file-webp", "WebP")]
    [InlineData("II*\0\b\0\0\0\0\0", "file-tiff", "TIFF")]
    public async Task Upload_OfWhatCanBeConverted_SaysHow(string begin, string problem, string says)
    {
        byte[] file = [.. System.Text.Encoding.Latin1.GetBytes(begin), .. new byte[2_000]];
        Answer refused = await app.Administrator.PostAsync(Path, Files.Upload(file, "photo", name: "anh.jpg"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, problem), (refused.Status, refused.Problem));
        Assert.Contains(says, refused.Json.Text("detail"), StringComparison.Ordinal);
    }

    private static byte[] Sent(string name)
    {
        using Stream stream = typeof(SentFilesTests).Assembly.GetManifestResourceStream($"Sent.{name}")!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
