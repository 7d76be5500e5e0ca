using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NtmServerless.Functions.Tests.Post;
using Xunit;

namespace NtmServerless.Functions.Tests.Telling;

/// <summary>An office with a gateway: messages that are taken, refused, and come back later.</summary>
public sealed class ComingBackTests(PostHouse house) : IClassFixture<PostHouse>
{
    [Fact]
    public async Task Message_ThatComesBackLater_PutsThePersonOnTheListToRing()
    {
        string id = await CancelledAsync("xa-gia-cat", "0912 345 678");
        JsonNode sent = await house.ReachesAsync(new(id), "classCancelled", "sent");
        Assert.Empty((await house.Office.ClassAsync(id))["untold"]!.AsArray());
        Assert.Contains("đã nhắn tin cho 1 người", await house.Office.OpenAsync($"/can-bo/lop/{id}/bao-tin"), StringComparison.Ordinal);

        string body = new JsonObject { ["messageId"] = sent.Text("id"), ["reason"] = "Thuê bao không liên lạc được" }.ToJsonString();
        Assert.Equal(HttpStatusCode.Unauthorized, (await BounceAsync(body, "sha256=" + new string('0', 64))).Status);
        for (int said = 0; said < 2; said++)
            Assert.Equal("failed", (await BounceAsync(body, Signed(body))).Must(HttpStatusCode.OK).Json.Text("state"));

        Assert.Equal("classCancelled", Assert.Single((await house.Office.ClassAsync(id))["untold"]!.AsArray())!.Text("kind"));
        string list = await house.Office.OpenAsync($"/can-bo/lop/{id}/bao-tin");
        Assert.Contains("Cần gọi 1 người", list, StringComparison.Ordinal);
        Assert.Contains("Cổng tin nhắn báo: Thuê bao không liên lạc được", list, StringComparison.Ordinal);
        string person = await house.Office.OpenAsync($"/can-bo/lop/{id}/danh-sach/{sent.Text("registration")}");
        Assert.Contains("Cổng tin nhắn báo: Thuê bao không liên lạc được", person, StringComparison.Ordinal);
        Assert.Single((await house.Office.GetAsync("/api/plans/caoloc-2024/inbox")).Json.AsArray(),
            e => e!.Text("kind") == "messageFailed" && e!["about"].Text("id") == sent.Text("id"));
    }

    // A machine's words are taken as they are: refused for them, it would say the same again, and nobody would be rung.
    [Fact]
    public async Task Message_ThatComesBackInAMachinesWords_IsTaken()
    {
        string id = await CancelledAsync("xa-thuy-hung", "0912 345 673");
        JsonNode sent = await house.ReachesAsync(new(id), "classCancelled", "sent");
        foreach (string? reason in (string?[])[null, "+84912345678 khong lien lac duoc", "-1: absent subscriber", "UNDELIV\nerr 5", "", new string('x', 1000)])
        {
            string body = new JsonObject { ["messageId"] = sent.Text("id"), ["reason"] = reason }.ToJsonString();
            Assert.Equal("failed", (await BounceAsync(body, Signed(body))).Must(HttpStatusCode.OK).Json.Text("state"));
        }

        Assert.Contains("Cổng tin nhắn báo: không nêu lý do", await house.Office.OpenAsync($"/can-bo/lop/{id}/bao-tin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_ThatIsRefused_OpensTheTask_WhichClosesWhenItIsSentAgain()
    {
        house.Gateway.Answers.Enqueue(400);
        string id = await CancelledAsync("xa-hai-yen", "0912 345 679");
        JsonNode failed = await house.ReachesAsync(new(id), "classCancelled", "failed");
        await UntoldAsync(id, 1);
        Assert.Contains("Tin nhắn không đến", await house.Office.OpenAsync($"/can-bo/lop/{id}/bao-tin"), StringComparison.Ordinal);

        (await house.Office.PostAsync($"/api/plans/caoloc-2024/messages/{failed.Text("id")}/send-again")).Must(HttpStatusCode.OK);
        await house.ReachesAsync(new(id), "classCancelled", "sent");
        await UntoldAsync(id, 0);
    }

    [Fact]
    public async Task Message_ThatTheGatewayPutsOff_IsNothingToRelyOn_UntilItIsTaken()
    {
        house.Gateway.Answers.Enqueue(503);
        string id = await CancelledAsync("xa-cao-lau", "0912 345 671");
        await house.ReachesAsync(new(id), "classCancelled", "waiting");
        await UntoldAsync(id, 1);
        Assert.Contains("đang thử lại", await house.Office.OpenAsync($"/can-bo/lop/{id}/bao-tin"), StringComparison.Ordinal);
        await house.AdvanceAsync(TimeSpan.FromSeconds(90));
        await house.ReachesAsync(new(id), "classCancelled", "sent", attempts: 2);
        await UntoldAsync(id, 0);
    }

    [Fact]
    public async Task MovedUp_WithoutAPhone_IsRung_AndNoMessageIsMade()
    {
        DateTimeOffset day = (await house.NowAsync()).AddDays(60);
        string id = await house.Office.OpenClassAsync(SampleClass.PlanForm(1, "xa-xuat-le"), closes: day.AddDays(-7), day: day);
        string first = await RegisterAsync(id, "0912 345 672");
        Assert.Equal("waitlisted", (await house.Office.RegisteredAsync(id, SampleClass.Person(2))).Text("status"));
        (await house.Office.PostAsync($"/api/classes/{id}/registrations/{first}/cancel", new { reason = "Ốm" })).Must(HttpStatusCode.OK);
        await UntoldAsync(id, 1);
        Assert.Contains("Không để lại số điện thoại", await house.Office.OpenAsync($"/can-bo/lop/{id}/bao-tin"), StringComparison.Ordinal);
        Assert.Empty(await house.MessagesAsync(new(id), "promoted"));
    }

    [Fact]
    public async Task OwnMessage_ToWhoLeftAPhone_GoesByTheGateway_NamesThePerson()
    {
        string id = await house.OpenAsync("xa-loc-yen");
        await RegisterAsync(id, "0912 345 670");
        string form = $"/can-bo/lop/{id}/nhan-tin";
        (await house.Office.SendFormAsync(form, form, ("group", "registered"), ("text", "Mang theo ủng"), ("act", "send"))).Must(HttpStatusCode.OK);
        JsonNode sent = await house.ReachesAsync(new(id), "classMessage", "sent");
        string text = house.Gateway.Calls.Single(c => c.Key == sent.Text("id")).Json.Text("text");
        Assert.StartsWith("Hoang Van Thu 1: Mang theo ung (Lop ", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 20, 160);
    }

    private Task UntoldAsync(string id, int people) => Eventually.TrueAsync(
        async () => (await house.Office.ClassAsync(id))["untold"]!.AsArray().Sum(t => t!["left"]!.AsObject().Sum(l => l.Value!.GetValue<int>())) == people,
        TimeSpan.FromSeconds(30), $"{people} are still to be told");

    private async Task<string> CancelledAsync(string unit, string phone)
    {
        string id = await house.OpenAsync(unit);
        await RegisterAsync(id, phone);
        (await house.Office.PostAsync($"/api/classes/{id}/cancel", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);
        return id;
    }

    private async Task<string> RegisterAsync(string id, string phone)
    {
        JsonObject person = SampleClass.Person(1);
        person["phone"] = phone;
        return (await house.Office.RegisteredAsync(id, person)).Text("code");
    }

    private Task<Answer> BounceAsync(string body, string signature) => house.Office.As(null).SendAsync(
        HttpMethod.Post, "/api/plans/caoloc-2024/messages/bounced", Api.JsonBody(body), ("X-Signature", signature));

    private static string Signed(string body) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(PostHouse.Secret), Encoding.UTF8.GetBytes(body)));
}
