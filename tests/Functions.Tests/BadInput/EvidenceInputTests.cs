using System.Net;
using System.Text;
using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>Files that are not what they say, or too much.</summary>
[Collection(ClockCollection.Name)]
public sealed class EvidenceInputTests(RunningApp app, HeldClassFixture held) : IClassFixture<HeldClassFixture>
{
    private const int MegaByte = 1024 * 1024;

    private string Path => $"/api/classes/{held.Id}/evidence";

    public static TheoryData<string, int, string> Cases => new()
    {
        { "exe as jpg", 415, "file-type" },
        { "html as pdf", 415, "file-type" },
        { "pdf as photo", 415, "file-type" },
        { "truncated jpeg", 415, "file-type" },
        { "empty file", 422, "invalid-input" },
        { "no file", 400, "no-file" },
        { "two files", 400, "one-file" },
        { "unknown kind", 422, "invalid-input" },
        { "unknown session", 404, "session-unknown" },
        { "signatures without session", 422, "invalid-input" },
        { "many parts", 400, "bad-request" },
        { "cut off", 400, "bad-request" },
        { "21 MB", 413, "too-large" },
        { "29 MB of parts", 413, "too-large" },
        { "29 MB chunked", 413, "too-large" },
        { "35 MB of parts", 413, "too-large" },
        { "35 MB chunked", 413, "too-large" },
        { "a picture of nothing", 415, "file-type" },
        { "json", 415, "unsupported-type" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Upload_OfWhatIsNotTaken_IsRefused(string what, int status, string problem) =>
        app.RefusedAsync(new(held.Id), () => app.Administrator.PostAsync(Path, Content(what)), (HttpStatusCode)status, problem);

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("..\\..\\x.pdf")]
    [InlineData("a\u0000b.exe")]
    public async Task Upload_WithPathTricksInItsName_IsKeptUnderItsHash(string name)
    {
        byte[] file = Files.Pdf(Guid.NewGuid().ToString());
        MultipartFormDataContent form = Files.Upload(file);
        form.Last().Headers.Remove("Content-Disposition");
        form.Last().Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\0", "%00", StringComparison.Ordinal)}\"");
        Answer kept = (await app.Administrator.PostAsync(Path, form)).Must(HttpStatusCode.Created);
        string sha = kept.Json.Text("sha256");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), sha);
        Assert.Equal(file, (await app.Administrator.GetAsync($"{Path}/signedSheet/{sha}")).Must(HttpStatusCode.OK).Body);
    }

    [Fact]
    public async Task Upload_OfTheSameFileTwice_IsOne()
    {
        byte[] file = Files.Jpeg(9);
        (await app.Administrator.PostAsync(Path, Files.Upload(file, "photo"))).Must(HttpStatusCode.Created);
        int photos = (await app.Administrator.ClassAsync(held.Id))["evidence"].Number("photos");
        (await app.Administrator.PostAsync(Path, Files.Upload(file, "photo"))).Must(HttpStatusCode.Created);
        Assert.Equal(photos, (await app.Administrator.ClassAsync(held.Id))["evidence"].Number("photos"));
    }

    [Fact]
    public async Task Photo_WithItsPlace_IsKeptWithoutIt_AndKnownByWhatWasSent()
    {
        byte[] bare = Files.Jpeg(10), sent = Files.Jpeg(10, [0xFF, 0xE1, 0, 20, .. "Exif\0\0VI-TRI-22.01"u8]);
        Answer kept = (await app.Administrator.PostAsync(Path, Files.Upload([.. sent, .. "ftypmp42 phim"u8], "photo"))).Must(HttpStatusCode.Created);
        string sha = kept.Json.Text("sha256");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bare)), sha);
        Assert.Equal(bare, (await app.Administrator.GetAsync($"{Path}/photo/{sha}")).Must(HttpStatusCode.OK).Body);
        int photos = (await app.Administrator.ClassAsync(held.Id))["evidence"].Number("photos");
        (await app.Administrator.PostAsync(Path, Files.Upload(sent, "photo"))).Must(HttpStatusCode.Created);
        Assert.Equal(photos, (await app.Administrator.ClassAsync(held.Id))["evidence"].Number("photos"));
        Assert.Contains((await app.Administrator.GetAsync(Path)).Json.AsArray(), f =>
            f.Text("sha256") == sha && f.Text("sentSha256") == Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. sent, .. "ftypmp42 phim"u8])));
    }

    private static HttpContent Content(string what)
    {
        MultipartFormDataContent two = Files.Upload(Files.Pdf("1"));
        two.Add(new ByteArrayContent(Files.Pdf("2")), "file", "hai.pdf");
        MultipartFormDataContent many = Files.Upload(Files.Pdf("1"));
        for (int i = 0; i < 20; i++) many.Add(new StringContent("x"), $"f{i}");
        byte[] big = [.. Files.Pdf("to"), .. new byte[29 * 1000 * 1000], .. "%%EOF"u8];
        return what switch
        {
            "exe as jpg" => Files.Upload([.. "MZ"u8, .. new byte[500]], "photo", name: "anh.jpg"),
            "html as pdf" => Files.Upload(Encoding.UTF8.GetBytes("<script>alert(1)</script>%PDF-"), name: "a.pdf"),
            "pdf as photo" => Files.Upload(Files.Pdf("x"), "photo"),
            "truncated jpeg" => Files.Upload(Files.Jpeg()[..100], "photo"),
            "empty file" => Files.Upload([]),
            "no file" => Files.Upload(null),
            "two files" => two,
            "unknown kind" => Files.Upload(Files.Pdf("x"), "virus"),
            "unknown session" => Files.Upload(Files.Pdf("x"), session: 9),
            "signatures without session" => Files.Upload(Files.Pdf("x"), signatures: 3),
            "many parts" => many,
            "cut off" => CutOff(),
            "21 MB" => Files.Upload(big[..(21 * MegaByte)]),
            "29 MB of parts" => Files.Upload(big),
            "29 MB chunked" => Chunked(big),
            // More than the server of the official worker takes by itself: it would break off, and the answer would be lost.
            "35 MB of parts" => Files.Upload([.. big, .. new byte[6 * 1000 * 1000]]),
            "35 MB chunked" => Chunked([.. big, .. new byte[6 * 1000 * 1000]]),
            "a picture of nothing" => Files.Upload([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. "IEND"u8], "photo"),
            _ => Api.JsonBody("{}"),
        };
    }

    private static ByteArrayContent CutOff()
    {
        ByteArrayContent content = new(Encoding.UTF8.GetBytes("--ranh\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-"));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=ranh");
        return content;
    }

    private static ChunkedContent Chunked(byte[] big)
    {
        ChunkedContent content = new([.. "--ranh\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"u8, .. big]);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=ranh");
        return content;
    }
}
