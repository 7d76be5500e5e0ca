using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Accounts;

/// <summary>Making and revoking the API keys of callers.</summary>
public sealed class KeyActs(ApiKeyStore ring, PlanActs plans, AuditTrail audit, TimeProvider time, ILogger<KeyActs> log)
{
    /// <param name="makersSecret">
    /// What only who asks has. The new key is derived from it and the submission, so that a repeat gives the same key although
    /// no key is kept anywhere; nobody without the maker's secret can derive it.
    /// </param>
    public async Task<NewKey> MakeAsync(PlanId planId, string makersSecret, Ask<KeyForm> ask)
    {
        Caller caller = ask.Form.Check(await plans.GetAsync(planId, ask.Cancellation));
        string key = Secret(HMACSHA256.HashData(Encoding.UTF8.GetBytes(makersSecret), Encoding.UTF8.GetBytes(ask.Submission.Key)));
        CallerKey entry = await ring.AddAsync(key, caller, time.GetUtcNow(), ask.Cancellation);
        if (entry.Caller != caller) throw new SubmissionReusedException();
        AccountLog.KeyMade(log, entry.Id, caller.Role, caller.UnitId);
        await audit.WriteAsync(Actor.Of(ask.Caller), "key-made", entry.Id, 1, ask.Cancellation);
        return new NewKey(key, entry);
    }

    public async Task<CallerKey> RevokeAsync(string id, Ask<NoForm> ask)
    {
        CallerKey revoked = await ring.RevokeAsync(id, time.GetUtcNow(), ask.Cancellation);
        AccountLog.KeyRevoked(log, id);
        await audit.WriteAsync(Actor.Of(ask.Caller), "key-revoked", id, 1, ask.Cancellation);
        return revoked;
    }

    /// <summary>256 random bits, fit for a header.</summary>
    public static string NewSecret() => Secret(RandomNumberGenerator.GetBytes(32));

    private static string Secret(byte[] bits) => "ntm_" + Base64Url.EncodeToString(bits);
}

/// <summary>Who gets a key.</summary>
public sealed record KeyForm(Role? Role, string? UnitId, string? Name)
{
    public Caller Check(Plan plan)
    {
        Checks checks = new();
        Role role = checks.Value("role", Role);
        string unit = checks.Text("unitId", UnitId, 60);
        checks.Require(unit.Length == 0 || plan.FindUnit(unit) is not null, "unitId", "unit-unknown");
        string name = checks.Text("name", Name, 100);
        checks.ThrowIfAny();
        return new Caller(role, unit, name);
    }
}
