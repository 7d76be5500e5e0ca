namespace NtmServerless.Functions.Post;

/// <summary>What a gateway says of a message that it had taken and could not deliver.</summary>
/// <param name="MessageId">As it was posted: <c>id</c>, and header <c>Idempotency-Key</c>.</param>
/// <param name="Reason">In the gateway's words, whatever they are: a machine that is refused for them would only say the same again.</param>
public sealed record BounceForm(string? MessageId, string? Reason)
{
    private const int LongestReason = 300;

    /// <returns>The reason is empty where the gateway gives none.</returns>
    /// <exception cref="InvalidInputException">No message is named.</exception>
    public (string MessageId, string Reason) Check()
    {
        Checks checks = new();
        checks.Require(!string.IsNullOrWhiteSpace(MessageId), "messageId", "required");
        checks.ThrowIfAny();
        return (MessageId!, PlainText.OneLine(Reason, LongestReason));
    }
}

/// <summary>What a message is after its bounce was taken.</summary>
public sealed record BounceTaken(string MessageId, MessageState State);
