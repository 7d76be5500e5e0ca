using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NtmServerless.Functions.Post;

/// <summary>
/// Messages that come back later: the gateway had taken them, and says so under the secret that we sign its messages with. It stays
/// shown beside the person, who stands on the list to ring again.
/// </summary>
public sealed class BounceActs(PostStore records, TellingStore tellings, PlanActs plans, WebhookSettings gateway, VietnameseTexts texts, TimeProvider time)
{
    /// <param name="signature">Header <c>X-Signature: sha256=hex</c>, HMAC-SHA256 over the exact body.</param>
    /// <exception cref="UnauthenticatedException">No secret is set, or the signature is wrong: the same answer.</exception>
    public async Task<BounceTaken> TakeAsync(PlanId planId, string? signature, byte[] body, CancellationToken cancellation)
    {
        if (gateway.Secret.Length == 0 || !CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature ?? ""), Encoding.UTF8.GetBytes(WebhookGateway.Sign(gateway.Secret, body)))) throw new UnauthenticatedException();
        (string id, string reason) = RequestJson.Read(() => JsonSerializer.Deserialize<BounceForm>(body, Wire.Json)).Check();
        Plan plan = await plans.GetAsync(planId, cancellation);
        KeptMessage kept = await records.FindMessageAsync(plan.Id, id, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        OutgoingMessage bounced = kept.Message.Bounce(texts["post.bounced", ("words", reason.Length > 0 ? reason : texts["post.bounced-unsaid"])]);
        if (bounced != kept.Message)
        {
            InboxEntry failure = PostStore.FailureEntry(bounced, await plans.CoordinationOfficeAsync(plan.Id, cancellation), now);
            if (await records.ChangeAsync(kept, bounced, failure, cancellation) is null) throw new RecordBusyException(id);
        }

        // Also for one that was taken before: the answer to that may have got lost before people were counted.
        if (bounced.Registration is not null && bounced.Kind.MustReachPeople()) await tellings.RecountAsync(new ClassId(bounced.About.Id));
        return new BounceTaken(id, bounced.State);
    }
}
