using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>A program may post a plain form wherever it may post JSON, and means the same with it.</summary>
public sealed class FormPostTests(RunningApp app)
{
    [Fact]
    public async Task Announce_AsAFormWithLines_IsTakenLikeJson()
    {
        string id = await app.Administrator.PlannedAsync();

        Answer answer = (await app.Administrator.PostAsync($"/api/classes/{id}/announce", Form(
            ("venue", "Nhà văn hóa xã"), ("registrationClosesAt", SampleClass.FarAway.ToString("O")), ("_key", "a page's own"),
            ("number", " "), ("reason", "Ngày của bài thử"),
            ("sessions[0].date", "2026-02-12"), ("sessions[0].from", "07:30:00"), ("sessions[0].to", "11:00:00"),
            ("sessions[1].date", "2026-02-12"), ("sessions[1].from", "13:30:00"), ("sessions[1].to", "17:00:00")))).Must(HttpStatusCode.OK);

        Assert.Equal(2, answer.Json["sessions"]!.AsArray().Count);
    }

    [Fact]
    public async Task Announce_AsAForm_NamesTheWrongLine()
    {
        string id = await app.Administrator.PlannedAsync();

        Answer answer = await app.Administrator.PostAsync($"/api/classes/{id}/announce", Form(
            ("venue", "Nhà văn hóa xã"), ("registrationClosesAt", SampleClass.FarAway.ToString("O")),
            ("sessions[0].date", "2026-02-12"), ("sessions[0].from", "11:00:00"), ("sessions[0].to", "07:30:00")));

        Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, answer.Text);
        Assert.Contains(answer.Json["errors"]!.AsObject(), e => e.Key.StartsWith("sessions[0]", StringComparison.Ordinal));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
}
