using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>Short messages to people, by the gateway that an office sets up.</summary>
public sealed class GatewayTests(PostHouse house) : IClassFixture<PostHouse>
{
    [Fact]
    public async Task Message_ToAParticipant_IsSignedShortAndTheSameInEveryAttempt()
    {
        string id = await house.OpenAsync("xa-gia-cat");
        JsonNode person = await house.Office.RegisteredAsync(id, Person(1, "0912 345 678"));
        await house.Office.RegisteredAsync(id, Person(2, null));
        house.Gateway.Answers.Enqueue(503);
        (await house.Office.PostAsync($"/api/classes/{id}/cancel", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);

        await house.ReachesAsync(new(id), "classCancelled", "waiting");
        await house.AdvanceAsync(TimeSpan.FromSeconds(90));
        JsonNode sent = await house.ReachesAsync(new(id), "classCancelled", "sent", attempts: 2);

        GatewayCall[] calls = [.. house.Gateway.Calls.Where(c => c.Key == sent.Text("id"))];
        Assert.Equal(2, calls.Length);
        Assert.Equal(calls[0], calls[1]);
        Assert.Equal("+84912345678", calls[0].Json.Text("phone"));
        Assert.Equal("classCancelled", calls[0].Json.Text("kind"));
        Assert.Contains(person.Text("code"), calls[0].Json.Text("text"), StringComparison.Ordinal);
        Assert.InRange(calls[0].Json.Text("text").Length, 20, 160);
        Assert.StartsWith("Hoang Van Thu 1: Lop ", calls[0].Json.Text("text"), StringComparison.Ordinal);
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(PostHouse.Secret), Encoding.UTF8.GetBytes(calls[0].Body));
        Assert.Equal("sha256=" + Convert.ToHexStringLower(hash), calls[0].Signature);
        Assert.DoesNotContain("912345678", sent.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "failed", false)]
    [InlineData(0, "waiting", true)]
    [InlineData(429, "waiting", false)]
    public async Task Message_ThatIsNotTaken_IsKeptAsItsAnswerMeans(int status, string state, bool uncertain)
    {
        string id = await house.OpenAsync("xa-hai-yen");
        await house.Office.RegisteredAsync(id, Person(3, "0912 345 679"));
        house.Gateway.Answers.Enqueue(status);
        (await house.Office.PostAsync($"/api/classes/{id}/cancel", new { reason = "Mưa lũ" })).Must(HttpStatusCode.OK);

        JsonNode kept = await house.ReachesAsync(new(id), "classCancelled", state);

        Assert.Equal(uncertain, kept["uncertain"]!.GetValue<bool>());
    }

    private static JsonObject Person(int number, string? phone)
    {
        JsonObject person = SampleClass.Person(number);
        if (phone is not null) person["phone"] = phone;
        return person;
    }
}
