using System.Text;
using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Evidence;

public sealed class FileContentTests
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[3_000], .. "\nstartxref\n9\n%%EOF\n"u8];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[3_000]];
    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. new byte[3_000]];

    [Fact]
    public void WholeFiles_AreRecognised()
    {
        Assert.Equal(FileType.Pdf, Of(Pdf));
        Assert.Equal(FileType.Jpeg, Of(Jpeg));
        Assert.Equal(FileType.Png, Of(Png));
    }

    [Fact]
    public void Pdf_CutOffOnTheWay_IsRefused()
    {
        Assert.Null(Of(Pdf[..^30]));
    }

    [Fact]
    public void AnythingElse_IsRefused()
    {
        Assert.Null(Of([.. "MZ"u8, .. new byte[3_000], 0xFF, 0xD9]));
        Assert.Null(Of([]));
        Assert.Null(Of([0xFF]));
        Assert.Null(Of([.. "x %PDF-1.7"u8, .. "%%EOF"u8]));
        Assert.Null(Of(Encoding.UTF8.GetBytes("<svg onload=alert(1)>%%EOF")));
        Assert.Null(Of([.. "PK\u0003\u0004"u8, .. "IEND"u8]));
    }

    [Fact]
    public void AnyBytes_NeverThrow() => Gen.Byte.Array[0, 2_000].Sample(bytes => Of(bytes) is null or FileType.Pdf or FileType.Jpeg or FileType.Png);

    [Theory]
    [InlineData(FileType.Pdf, EvidenceKind.Photo, false)]
    [InlineData(FileType.Pdf, EvidenceKind.SignedSheet, true)]
    [InlineData(FileType.Jpeg, EvidenceKind.Photo, true)]
    [InlineData(FileType.Jpeg, EvidenceKind.SignedSheet, true)]
    [InlineData(FileType.Png, EvidenceKind.Photo, true)]
    [InlineData(FileType.Png, EvidenceKind.SignedSheet, true)]
    public void Suits_APdfIsNoPhoto(FileType type, EvidenceKind kind, bool suits) => Assert.Equal(suits, FileContent.Suits(type, kind));

    [Theory]
    [InlineData(FileType.Pdf, "application/pdf")]
    [InlineData(FileType.Jpeg, "image/jpeg")]
    [InlineData(FileType.Png, "image/png")]
    public void MediaType_OfEachType(FileType type, string name) => Assert.Equal(name, FileContent.MediaType(type));

    private static FileType? Of(byte[] file) =>
        FileContent.Recognise(file.AsSpan(0, Math.Min(file.Length, FileContent.Sample)), file.AsSpan(Math.Max(0, file.Length - FileContent.Sample)));
}
