using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Post;

/// <summary>One round of a batch: each message that is due is marked as under way, sent, and marked with what came of it.</summary>
public sealed class MessageRound(PostStore records, LetterWriter writer, MailSettings mail, WebhookGateway gateway, PlanActs plans, TellingStore tellings,
    VietnameseTexts texts, TimeProvider time, ILogger<MessageRound> log)
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
        await using MailCarrier carrier = new(mail, log);
        bool lost = false;
        foreach (KeptMessage kept in due)
        {
            OutgoingMessage tried = await SendAsync(kept, carrier, cancellation);
            lost |= tried is { Registration: not null, State: not MessageState.Sent };
            if (tried.IsOpen) left.Add(tried);
        }

        // Whom no message reached somebody has to ring. Also when all is done: a round that died may have left it to this one.
        if ((lost || left.Count == 0) && await records.ClassToCountAsync(batch, cancellation) is { } classId) await tellings.RecountAsync(classId);
        return left.Min(m => m.NextAt);
    }

    private async Task<OutgoingMessage> SendAsync(KeptMessage kept, MailCarrier carrier, CancellationToken cancellation)
    {
        if (await records.ChangeAsync(kept, kept.Message.Begin(time.GetUtcNow()), null, cancellation) is not { } begun)
            return (await records.FindMessageAsync(kept.Message.PlanId, kept.Message.Id, cancellation)).Message;
        AttemptResult result = await TryAsync(begun.Message, carrier, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        OutgoingMessage ended = begun.Message.End(result, now);
        Say(ended, result.Outcome);
        InboxEntry? failure = ended.State == MessageState.Failed
            ? PostStore.FailureEntry(ended, await plans.CoordinationOfficeAsync(ended.PlanId, cancellation), now)
            : null;
        return (await records.ChangeAsync(begun, ended, failure, cancellation))?.Message
            ?? (await records.FindMessageAsync(ended.PlanId, ended.Id, cancellation)).Message;
    }

    private void Say(OutgoingMessage ended, AttemptOutcome outcome)
    {
        Measures.Sent(ended.Channel, outcome);
        if (outcome == AttemptOutcome.Accepted) return;
        if (ended.State == MessageState.Waiting) PostLog.NotSent(log, ended.Id, ended.Channel, outcome, ended.Attempts, ended.NextAt);
        else if (outcome == AttemptOutcome.Refused) PostLog.Refused(log, ended.Id, ended.Channel);
        else PostLog.GivenUp(log, ended.Id, ended.Channel, outcome);
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
