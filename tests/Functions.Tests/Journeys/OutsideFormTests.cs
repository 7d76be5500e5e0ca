using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Journeys;

/// <summary>Registrations that an outside form sends, signed.</summary>
public sealed class OutsideFormTests(RunningApp app)
{
    [Fact]
    public async Task Form_Signed_IsTakenOnce()
    {
        string id = await app.Administrator.OpenClassAsync();
        string body = Body(new(id), "lan-1");
        Answer first = await SendAsync(TestPlan.FormId, body, Sign(body));
        Assert.Equal("confirmed", first.Must(HttpStatusCode.Created).Json.Text("status"));
        Assert.Equal(first.Text, (await SendAsync(TestPlan.FormId, body, Sign(body))).Text);
        JsonNode line = Assert.Single((await app.Administrator.RosterAsync(id))["lines"]!.AsArray())!;
        Assert.Equal(("exemplaryHousehold", TestPlan.Commune, "outsideForm"), (line.Text("audience"), line.Text("unitId"), line.Text("source")));
    }

    [Fact]
    public async Task Form_WhoseSecretHasANameThatAzureCanHold_IsTaken()
    {
        string body = Body(new(await app.Administrator.OpenClassAsync()), "lan-3");
        (await SendAsync(TestPlan.OtherFormId, body, Sign(body))).Must(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Form_NotSignedOrUnknown_Is401()
    {
        string id = await app.Administrator.OpenClassAsync();
        string body = Body(new(id), "lan-2");
        foreach (string signature in (string[])["", "sha256=", "sha256=" + new string('0', 64), Sign(body + " "), Sign(body).ToUpperInvariant()])
            Assert.Equal((HttpStatusCode.Unauthorized, "unauthenticated"), await RefusalAsync(TestPlan.FormId, body, signature));
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthenticated"), await RefusalAsync("khong-co", body, Sign(body)));
        Assert.Empty((await app.Administrator.RosterAsync(id))["lines"]!.AsArray());
    }

    [Fact]
    public async Task Form_SignedButUnreadable_IsRefused()
    {
        foreach ((string body, HttpStatusCode status) in ((string, HttpStatusCode)[])[("{", HttpStatusCode.BadRequest), ("[]", HttpStatusCode.NotFound), ("{}", HttpStatusCode.NotFound)])
            Assert.Equal(status, (await RefusalAsync(TestPlan.FormId, body, Sign(body))).Status);
    }

    /// <remarks>A form that is refused sends the same again and again.</remarks>
    [Fact]
    public async Task Form_WithHalfAnEmojiThatItsOwnLimitLeft_IsTakenWithoutIt()
    {
        string id = await app.Administrator.OpenClassAsync();
        string body = Body(new(id), "lan-3").Replace("Vi Thị Lan", "Vi Thị Lan \\ud83d\\ude00 \\ufffe\\ud83d", StringComparison.Ordinal)
            .Replace("Vi Th\\u1ECB Lan", "Vi Th\\u1ECB Lan \\ud83d\\ude00 \\ufffe\\ud83d", StringComparison.Ordinal);
        Assert.Contains("\\ud83d\"", body, StringComparison.Ordinal);
        (await SendAsync(TestPlan.FormId, body, Sign(body))).Must(HttpStatusCode.Created);
        Assert.Equal("Vi Thị Lan \U0001F600", Assert.Single((await app.Administrator.RosterAsync(id))["lines"]!.AsArray()).Text("fullName"));
    }

    /// <remarks>Google Apps Script's <c>namedValues</c>.</remarks>
    [Fact]
    public async Task Form_WhoseAnswersAreListsOfOne_IsTaken()
    {
        string id = await app.Administrator.OpenClassAsync();
        string body = new JsonObject(JsonNode.Parse(Body(new(id), "lan-4"))!.AsObject()
            .Select(answer => KeyValuePair.Create(answer.Key, (JsonNode?)new JsonArray(answer.Value!.DeepClone())))).ToJsonString();
        (await SendAsync(TestPlan.FormId, body, Sign(body))).Must(HttpStatusCode.Created);
        Assert.Equal("Vi Thị Lan", Assert.Single((await app.Administrator.RosterAsync(id))["lines"]!.AsArray()).Text("fullName"));
    }

    [Theory]
    [InlineData("1992-05-12")]
    [InlineData("12/05/1992")]
    [InlineData("5/12/1992 12:00:00 AM")]
    [InlineData("1992-05-12T00:00:00.000+07:00")]
    public async Task Form_WithADateForTheYearOfBirth_GivesItsYear(string birth)
    {
        string id = await app.Administrator.OpenClassAsync();
        string body = Body(new(id), "lan-5").Replace("\"1992\"", $"\"{birth.Replace("+", "\\u002B", StringComparison.Ordinal)}\"", StringComparison.Ordinal);
        (await SendAsync(TestPlan.FormId, body, Sign(body))).Must(HttpStatusCode.Created);
        Assert.Equal(1992, Assert.Single((await app.Administrator.RosterAsync(id))["lines"]!.AsArray())!["birthYear"]!.GetValue<int>());
    }

    private async Task<(HttpStatusCode Status, string? Problem)> RefusalAsync(string form, string body, string signature)
    {
        Answer answer = await SendAsync(form, body, signature);
        return (answer.Status, answer.Problem);
    }

    private Task<Answer> SendAsync(string form, string body, string signature) =>
        app.Public.SendAsync(HttpMethod.Post, $"/api/webhooks/{TestPlan.Id}/{form}", Api.JsonBody(body), ("X-Signature", signature));

    private static string Sign(string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(TestPlan.FormSecret), Encoding.UTF8.GetBytes(body)));

    private static string Body(ClassId classId, string submission) => new JsonObject
    {
        ["ma_lop"] = classId.Value,
        ["ma_gui"] = submission,
        ["ho_ten"] = "Vi Thị Lan",
        ["nam_sinh"] = "1992",
        ["gioi_tinh"] = "Nữ",
        ["thon"] = "Thôn Cốc Rặc",
        ["xa"] = "Xã Gia Cát",
        ["thanh_phan"] = "Hộ dân tiêu biểu",
    }.ToJsonString();
}
