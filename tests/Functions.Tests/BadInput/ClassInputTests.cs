using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.BadInput;

/// <summary>What officers and strangers may get wrong about a class.</summary>
public sealed class ClassInputTests(RunningApp app, OpenClassFixture open) : IClassFixture<OpenClassFixture>
{
    [Theory]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("%2e%2e%2f%2e%2e%2fplans")]
    [InlineData("..%5c..%5cplans")]
    [InlineData("c' or PartitionKey ge '")]
    [InlineData("%27%20or%20RowKey%20ge%20%27")]
    [InlineData("c%23d%3Fe")]
    [InlineData("%F0%9F%98%80")]
    public async Task Id_ThatCannotBeOne_IsNotFound(string id)
    {
        foreach (string path in (string[])[$"/api/classes/{id.Replace(" ", "%20", StringComparison.Ordinal)}", $"/api/plans/{id.Replace(" ", "%20", StringComparison.Ordinal)}"])
            Assert.Equal(HttpStatusCode.NotFound, (await app.Administrator.SendAsync(HttpMethod.Get, path, null)).Status);
    }

    [Fact]
    public async Task Id_VeryLongOrWithNul_IsRefused()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.Administrator.GetAsync("/api/classes/" + new string('c', 5_000))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Administrator.GetAsync("/api/classes/%00")).Status);
    }

    [Fact]
    public async Task Route_WithWrongMethod_IsNotFound()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.Administrator.SendAsync(HttpMethod.Delete, $"/api/classes/{open.Id}", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Administrator.SendAsync(HttpMethod.Put, $"/api/classes/{open.Id}", null)).Status);
        Answer head = await app.Public.SendAsync(HttpMethod.Head, "/api/health", null);
        Assert.Equal((HttpStatusCode.OK, 0), (head.Status, head.Body.Length));
    }

    [Theory]
    [InlineData("capacity", 0)]
    [InlineData("capacity", 501)]
    [InlineData("minimum", 51)]
    [InlineData("streamId", "khong-co")]
    [InlineData("hostUnitId", "khong-co")]
    [InlineData("hostUnitId", "van-phong-dieu-phoi")]
    [InlineData("title", "=1+1")]
    public async Task PlanClass_WithBadField_IsRefused(string field, object value)
    {
        JsonObject form = SampleClass.PlanForm();
        form[field] = JsonValue.Create(value);
        int before = await CountAsync();
        Answer answer = await app.Administrator.PostAsync($"/api/plans/{TestPlan.Id}/classes", form);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "invalid-input"), (answer.Status, answer.Problem));
        Assert.Contains(field, answer.Json["errors"]!.AsObject().Select(e => e.Key));
        Assert.DoesNotContain(await TitlesAsync(), t => t == "=1+1");
        Assert.True(await CountAsync() >= before);
    }

    [Fact]
    public async Task Announce_WithAnEndBeforeItsStart_NamesEachField()
    {
        string id = await app.Administrator.PlannedAsync();
        JsonObject form = SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(-1));
        form["sessions"]![1] = SampleClass.Session(SampleClass.FarAway.AddDays(-1), "17:00", "13:30");
        await app.RefusedAsync(new(id), () => app.Administrator.PostAsync($"/api/classes/{id}/announce", form),
            HttpStatusCode.UnprocessableEntity, "invalid-input", "sessions[1]");
        form["sessions"] = new JsonArray();
        await app.RefusedAsync(new(id), () => app.Administrator.PostAsync($"/api/classes/{id}/announce", form),
            HttpStatusCode.UnprocessableEntity, "invalid-input", "sessions");
        await app.RefusedAsync(new(id), () => app.Public.PostAsync($"/api/public/classes/{id}/registrations", SampleClass.Person(1)),
            HttpStatusCode.Conflict, "registration-not-open");
    }

    [Fact]
    public async Task Code_OfAnotherClass_IsUnknownHere()
    {
        string code = (await app.Public.RegisteredAsync(open.OtherId, SampleClass.Person(1))).Text("code");
        JsonNode proof = new JsonObject { ["code"] = code, ["birthYear"] = SampleClass.Person(1)["birthYear"]!.DeepClone() };
        foreach (string act in (string[])["lookup", "cancel"])
        {
            await app.RefusedAsync(new(open.Id), () => app.Public.PostAsync($"/api/public/classes/{open.Id}/registrations/{act}", proof),
                HttpStatusCode.NotFound, "missing");
        }

        await app.RefusedAsync(new(open.Id),
            () => app.Administrator.PostAsync($"/api/classes/{open.Id}/registrations/{code}/cancel", new { reason = "Nhầm lớp" }),
            HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task LookUp_WithManyWrongGuesses_IsHeldOff()
    {
        string id = await app.Administrator.OpenClassAsync();
        string path = $"/api/public/classes/{id}/registrations/lookup";
        Task<Answer> GuessAsync(int i) => app.Public.PostAsync(path, new { code = "ABCDEFG" + i % 10, birthYear = 1980 });
        Assert.Equal(HttpStatusCode.NotFound, (await GuessAsync(0)).Status);
        Answer[] answers = [.. await Task.WhenAll(Enumerable.Range(0, 60).Select(GuessAsync)), await GuessAsync(1)];
        Answer held = answers.First(a => a.Status != HttpStatusCode.NotFound);
        Assert.Equal((HttpStatusCode.TooManyRequests, "too-many-requests"), (held.Status, held.Problem));
        Assert.True(held.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task Class_OfAnotherUnit_IsForbidden()
    {
        Api stranger = await app.CallerAsync("commune", TestPlan.OtherCommune);
        string[] acts = ["announce", "extend", "go-on", "capacity", "postpone", "reschedule", "cancel", "report"];
        foreach (string act in acts)
        {
            object body = act switch
            {
                "announce" or "reschedule" => SampleClass.Announcement(SampleClass.FarAway, SampleClass.FarAway.AddDays(2)),
                "extend" => new { registrationClosesAt = SampleClass.FarAway.AddDays(1) },
                "capacity" => new { capacity = 60 },
                "report" => new { results = "Không phải của mình." },
                _ => new { reason = "Không phải của mình." },
            };
            await app.RefusedAsync(new(open.Id), () => stranger.PostAsync($"/api/classes/{open.Id}/{act}", body), HttpStatusCode.Forbidden, "forbidden");
        }

        await app.RefusedAsync(new(open.Id), () => stranger.GetAsync($"/api/classes/{open.Id}/notices"), HttpStatusCode.Forbidden, "forbidden");
        await app.RefusedAsync(new(open.Id), () => stranger.PostAsync($"/api/classes/{open.Id}/registrations", SampleClass.Person(1)),
            HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal("forbidden", (await stranger.PostAsync($"/api/plans/{TestPlan.Id}/classes", SampleClass.PlanForm())).Problem);
    }

    private async Task<int> CountAsync() => (await app.Administrator.GetAsync($"/api/plans/{TestPlan.Id}/classes")).Json.AsArray().Count;

    private async Task<IEnumerable<string>> TitlesAsync() =>
        (await app.Administrator.GetAsync($"/api/plans/{TestPlan.Id}/classes")).Json.AsArray().Select(c => c.Text("title"));
}
