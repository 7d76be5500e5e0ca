using System.Net;
using Xunit;

namespace NtmServerless.Functions.Tests.Accounts;

public sealed class NewKeyTests(RunningApp app)
{
    private static readonly string Keys = $"/api/plans/{TestPlan.Id}/keys";

    [Fact]
    public async Task MakeKey_AskedTwiceWithOneIdempotencyKey_GivesTheSameKeyOnce()
    {
        string repeat = Guid.NewGuid().ToString();
        var form = new { role = "commune", unitId = "xa-gia-cat", name = "Repeated" };

        Answer first = (await app.Administrator.PostAsync(Keys, form, repeat)).Must(HttpStatusCode.Created);
        Answer second = (await app.Administrator.PostAsync(Keys, form, repeat)).Must(HttpStatusCode.Created);
        Answer other = (await app.Administrator.PostAsync(Keys, form)).Must(HttpStatusCode.Created);

        Assert.Equal(first.Json["key"]!.GetValue<string>(), second.Json["key"]!.GetValue<string>());
        Assert.NotEqual(first.Json["key"]!.GetValue<string>(), other.Json["key"]!.GetValue<string>());
    }

    [Fact]
    public async Task MakeKey_SameIdempotencyKeyForAnotherUnit_IsRefused()
    {
        string repeat = Guid.NewGuid().ToString();
        (await app.Administrator.PostAsync(Keys, new { role = "commune", unitId = "xa-gia-cat", name = "One" }, repeat)).Must(HttpStatusCode.Created);

        Answer other = await app.Administrator.PostAsync(Keys, new { role = "commune", unitId = "xa-hop-thanh", name = "Two" }, repeat);

        Assert.Equal((HttpStatusCode.Conflict, "idempotency-key-reused"), (other.Status, other.Problem?.Split(':')[^1]));
    }
}
