namespace NtmServerless.Functions.Post;

/// <summary>What a gateway says of a message that it had taken and could not deliver.</summary>
/// <param name="MessageId">As it was posted: <c>id</c>, and header <c>Idempotency-Key</c>.</param>
/// <param name="Reason">In the gateway's words.</param>
public sealed record BounceForm(string? MessageId, string? Reason)
{
    private const int LongestReason = 300;

    /// <exception cref="InvalidInputException">With every field that is wrong.</exception>
    public (string MessageId, string Reason) Check()
    {
        Checks checks = new();
        checks.Require(!string.IsNullOrWhiteSpace(MessageId), "messageId", "required");
        string reason = checks.Text("reason", Reason, LongestReason);
        checks.ThrowIfAny();
        return (MessageId!, reason);
    }
}

/// <summary>What a message is after its bounce was taken.</summary>
public sealed record BounceTaken(string MessageId, MessageState State);
