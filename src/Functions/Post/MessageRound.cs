namespace NtmServerless.Functions.Post;

/// <summary>One round of a batch: each message that is due is marked as under way, sent, and marked with what came of it.</summary>
public sealed class MessageRound(PostStore records, LetterWriter writer, MailSettings mail, WebhookGateway gateway, PlanActs plans,
    VietnameseTexts texts, TimeProvider time)
{
    // A round ends in time for any host's limit on an activity; the rest comes with the next.
    private const int MostAtOnce = 50;

    /// <summary>Gives when the next one is due; null when none is left.</summary>
    public async Task<DateTimeOffset?> DeliverAsync(PostBatch batch, CancellationToken cancellation)
    {
        DateTimeOffset began = time.GetUtcNow();
        IReadOnlyList<KeptMessage> open = await records.OpenAsync(batch, cancellation);
        KeptMessage[] due = [.. open.Where(m => m.Message.NextAt <= began).Take(MostAtOnce)];
        List<OutgoingMessage> left = [.. open.Except(due).Select(m => m.Message)];
        await using MailCarrier carrier = new(mail);
        foreach (KeptMessage kept in due)
            if (await SendAsync(kept, carrier, cancellation) is { IsOpen: true } later) left.Add(later);
        return left.Min(m => m.NextAt);
    }

    private async Task<OutgoingMessage> SendAsync(KeptMessage kept, MailCarrier carrier, CancellationToken cancellation)
    {
        if (await records.ChangeAsync(kept, kept.Message.Begin(time.GetUtcNow()), null, cancellation) is not { } begun)
            return (await records.FindMessageAsync(kept.Message.PlanId, kept.Message.Id, cancellation)).Message;
        AttemptResult result = await TryAsync(begun.Message, carrier, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        OutgoingMessage ended = begun.Message.End(result, now);
        InboxEntry? failure = ended.State == MessageState.Failed
            ? PostStore.FailureEntry(ended, await plans.CoordinationOfficeAsync(ended.PlanId, cancellation), now)
            : null;
        return (await records.ChangeAsync(begun, ended, failure, cancellation))?.Message
            ?? (await records.FindMessageAsync(ended.PlanId, ended.Id, cancellation)).Message;
    }

    private async Task<AttemptResult> TryAsync(OutgoingMessage message, MailCarrier carrier, CancellationToken cancellation)
    {
        if (message.IsPast(time.GetUtcNow())) return new AttemptResult(AttemptOutcome.TooLate, texts["post.too-late"]);
        Letter? letter = await writer.WriteAsync(message, cancellation);
        if (letter is null) return new AttemptResult(AttemptOutcome.NobodyThere, texts["post.nobody-there"]);
        if (letter.MissingAttachment is { } missing) return new AttemptResult(AttemptOutcome.Deferred, texts["post.no-attachment", ("document", missing)]);
        // Settings may have been taken away since the message was posted.
        bool isMail = message.Channel == MessageChannel.Email;
        if (!(isMail ? mail.IsOn : gateway.IsOn)) return new AttemptResult(AttemptOutcome.Deferred, texts[isMail ? "post.no-mail-server" : "post.no-gateway"]);
        AttemptResult result = await (isMail ? carrier.SendAsync(message, letter, cancellation) : gateway.SendAsync(message, letter, cancellation));
        // The other side speaks its own language; we say what to do.
        return result.Words is { } words
            ? result with { Words = texts[result.Outcome == AttemptOutcome.Refused ? "post.refused" : "post.not-sent", ("words", words)] }
            : result;
    }
}
