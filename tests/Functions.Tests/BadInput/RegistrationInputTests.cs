using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>Whatever arrives at the public form: a clear answer, never a 500, and nothing changed.</summary>
public sealed class RegistrationInputTests(RunningApp app, OpenClassFixture open) : IClassFixture<OpenClassFixture>
{
    private string Path => $"/api/public/classes/{open.Id}/registrations";

    [Theory]
    [InlineData("{", 400, "malformed-json")]
    [InlineData("", 400, "malformed-json")]
    [InlineData("null", 400, "malformed-json")]
    [InlineData("[]", 400, "malformed-json")]
    [InlineData("""{"fullName":"A","fullName":"B"}""", 400, "unreadable-field")]
    [InlineData("""{"hoTen":"Nông Văn A"}""", 400, "unreadable-field")]
    [InlineData("""{"birthYear":"một chín tám mươi"}""", 400, "unreadable-field")]
    [InlineData("""{"birthYear":19801980198019801980}""", 400, "unreadable-field")]
    [InlineData("""{"audience":"kingOfTheVillage"}""", 400, "unreadable-field")]
    [InlineData("""{"audience":3}""", 400, "unreadable-field")]
    [InlineData("""{"fullName":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}}}}}}}}}""", 400, "unreadable-field")]
    [InlineData("""{"fullName":"\ud800"}""", 400, "unreadable-field")]
    [InlineData("{}", 422, "invalid-input", "fullName")]
    public Task Register_WithUnreadableBody_IsRefused(string body, int status, string problem, string? field = null) =>
        app.RefusedAsync(new(open.Id), () => app.Public.PostAsync(Path, Api.JsonBody(body)), (HttpStatusCode)status, problem, field);

    [Theory]
    [InlineData("fullName", "\u0007Nông Văn A")]
    [InlineData("fullName", "Nông\0Văn A")]
    [InlineData("fullName", "Nông \u202Enăv A")]
    [InlineData("fullName", "=HYPERLINK(\"http://x\")")]
    [InlineData("fullName", "@SUM(A1)")]
    [InlineData("fullName", "12345")]
    [InlineData("village", "+cmd|' /C calc'!A0")]
    [InlineData("village", " ")]
    [InlineData("organisation", "-2+3")]
    [InlineData("unitId", "xa-khong-co")]
    [InlineData("unitId", "van-phong-dieu-phoi")]
    [InlineData("unitId", "../../xa-gia-cat")]
    [InlineData("birthYear", 2023)]
    [InlineData("birthYear", -5)]
    [InlineData("phone", "khong phai so")]
    [InlineData("phone", "+1 202 555 0101")]
    [InlineData("consent", false)]
    public Task Register_WithBadField_IsRefusedByField(string field, object value)
    {
        JsonObject person = SampleClass.Person(1);
        person[field] = JsonValue.Create(value);
        return app.RefusedAsync(new(open.Id), () => app.Public.PostAsync(Path, person), HttpStatusCode.UnprocessableEntity, "invalid-input", field);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("not a type")]
    public Task Register_WithWrongContentType_Is415(string type) => app.RefusedAsync(new(open.Id), () =>
    {
        ByteArrayContent body = new(Encoding.UTF8.GetBytes(SampleClass.Person(1).ToJsonString()));
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        return app.Public.PostAsync(Path, body);
    }, HttpStatusCode.UnsupportedMediaType, "unsupported-type");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Register_WithTenMegabytesInAName_Is413(bool chunked) => app.RefusedAsync(new(open.Id), () =>
    {
        JsonObject person = SampleClass.Person(1);
        person["fullName"] = new string('ă', 5_000_000);
        return app.Public.SendAsync(HttpMethod.Post, Path, Sized(JsonSerializer.SerializeToUtf8Bytes(person, Api.Json), chunked));
    }, HttpStatusCode.RequestEntityTooLarge, "too-large");

    [Fact]
    public async Task Registration_RefusedAsAlreadyThere_IsRefusedAgainUnderItsKey()
    {
        string id = await app.Administrator.OpenClassAsync();
        string path = $"/api/public/classes/{id}/registrations", key = Guid.NewGuid().ToString("N");
        System.Text.Json.Nodes.JsonNode first = await app.Public.RegisteredAsync(id, SampleClass.Person(1));
        Assert.Equal("already-registered", (await app.Public.PostAsync(path, SampleClass.Person(1), key)).Problem);
        (await app.Public.PostAsync(path + "/cancel", new { code = first.Text("code"), birthYear = 1961 })).Must(HttpStatusCode.OK);
        Assert.Equal("already-registered", (await app.Public.PostAsync(path, SampleClass.Person(1), key)).Problem);
        (await app.Public.PostAsync(path, SampleClass.Person(1), key + "2")).Must(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Register_WithDecomposedVietnamese_StoresItComposed()
    {
        JsonObject person = SampleClass.Person(71);
        person["fullName"] = "Hoàng Thị Hường".Normalize(NormalizationForm.FormD);
        string code = (await app.Public.RegisteredAsync(open.Id, person)).Text("code");
        JsonNode line = (await app.Administrator.RosterAsync(open.Id))["lines"]!.AsArray().Single(l => l.Text("code") == code)!;
        Assert.Equal("Hoàng Thị Hường", line.Text("fullName"));
        Assert.Equal("already-registered", (await app.Public.PostAsync(Path, With(person, "fullName", "hoàng thị hường"))).Problem);
    }

    [Fact]
    public async Task Register_WithFormPost_IsTakenLikeJson()
    {
        Dictionary<string, string> fields = SampleClass.Person(72).ToDictionary(f => f.Key, f => f.Value!.ToString());
        fields["consent"] = "on";
        fields["phone"] = "";
        Answer answer = await app.Public.PostAsync(Path, new FormUrlEncodedContent(fields));
        Assert.Equal("confirmed", answer.Must(HttpStatusCode.Created).Json.Text("status"));
    }

    [Fact]
    public async Task Register_WithTheSameKey_AnswersTheSameAndAddsOneRow()
    {
        Answer first = await app.Public.PostAsync(Path, SampleClass.Person(73), "lan-gui-73");
        Answer[] again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Public.PostAsync(Path, SampleClass.Person(73), "lan-gui-73")));
        Assert.All(again, a => Assert.Equal(first.Must(HttpStatusCode.Created).Text, a.Text));
        string code = first.Json.Text("code");
        Assert.Single((await app.Administrator.RosterAsync(open.Id))["lines"]!.AsArray(), l => l.Text("code") == code);
        await app.RefusedAsync(
            new(open.Id), () => app.Public.PostAsync(Path, SampleClass.Person(74), "lan-gui-73"), HttpStatusCode.Conflict, "idempotency-key-reused");
        await app.RefusedAsync(
            new(open.Id), () => app.Public.PostAsync(Path, SampleClass.Person(74), new string('k', 201)), HttpStatusCode.BadRequest, "idempotency-key-bad");
    }

    private static ByteArrayContent Sized(byte[] body, bool chunked)
    {
        ByteArrayContent content = chunked ? new ChunkedContent(body) : new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static JsonObject With(JsonObject form, string field, string value)
    {
        JsonObject changed = form.DeepClone().AsObject();
        changed[field] = value;
        return changed;
    }
}
