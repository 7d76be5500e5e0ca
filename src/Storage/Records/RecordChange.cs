using Azure;
using Azure.Data.Tables;

namespace NtmServerless.Storage.Records;

/// <summary>One attempt to change records of a partition: what is read, and what is then written in one transaction.</summary>
internal sealed class RecordChange(TableClient table, string partition, Submission submission, DateTimeOffset now, CancellationToken cancellation)
{
    private readonly Transaction _transaction = new(partition);
    private readonly Dictionary<string, ETag> _read = new(StringComparer.Ordinal);

    private (PostSubject About, string Source, IReadOnlyList<Notice> Notices)? _told;

    /// <summary>The moment of the change.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Nothing is written.</summary>
    public bool IsEmpty => _transaction.Count == 0 && _told is null;

    /// <summary>What is told of the change; null: nothing.</summary>
    public Posting? Posting { get; private set; }

    /// <summary>Reads a record. When it is written afterwards, it is written as it was read: not where somebody else was faster.</summary>
    public async Task<T?> FindAsync<T>(string row)
        where T : class
    {
        if (await Heads.FindAsync<T>(table, partition, row, cancellation) is not (var value, var etag)) return null;
        _read[row] = etag;
        return value;
    }

    /// <summary>Writes a record: over the one that was read, or as a new one.</summary>
    public void Write<T>(string row, T value)
    {
        TableEntity entity = Row.Of(partition, row, value);
        if (_read.TryGetValue(row, out ETag etag)) _transaction.Replace(entity, etag);
        else _transaction.Add(entity);
    }

    public void Delete(string row) => _transaction.Delete(row);

    /// <param name="what">Audit code.</param>
    public void Audit(string what, string target) =>
        Write($"{AuditPlace(now)}-{Key.Hash(submission.Key)[..8]}", new AuditEntry(now, [submission.By], what, Target: target));

    /// <summary>Keeps notices with what they are about, and puts them into the outbox, when the change is written.</summary>
    /// <param name="source">Names, with the submission, the commit that tells of itself.</param>
    public void Tell(PostSubject about, string source, IReadOnlyList<Notice> notices)
    {
        if (notices.Count > 0) _told = (about, source, notices);
    }

    /// <summary>The answer kept under the submission's key; null when the key is new.</summary>
    /// <exception cref="SubmissionReusedException">The key was used with another content.</exception>
    internal async Task<T?> AnswerAsync<T>()
        where T : class
    {
        if (await Heads.FindAsync<StoredAnswer>(table, partition, AnswerRow, cancellation) is not var (stored, _)) return null;
        return stored.ContentHash == submission.ContentHash ? RecordJson.Read<T>(stored.Answer) : throw new SubmissionReusedException();
    }

    internal void Answer<T>(T answer) => Write(AnswerRow, new StoredAnswer(submission.ContentHash, RecordJson.Write(answer)));

    internal async Task SubmitAsync(NoticeOutbox? outbox)
    {
        if (_told is var (about, source, notices))
            Stage(about, source, outbox is null ? notices : await outbox.MarkOffAsync(new PlanId(partition), notices, cancellation));
        if (!IsEmpty) await _transaction.SubmitAsync(table, cancellation);
    }

    private void Stage(PostSubject about, string source, IReadOnlyList<Notice> notices)
    {
        // Two decisions may fall on one instant: business time can stand still.
        string place = $"notice-{about.Id}-{now.UtcTicks:0000000000000000000}-{Key.Hash(submission.Key)[..8]}";
        foreach ((int number, Notice notice) in notices.Index()) Write($"{place}-{number}", new StoredNotice(notice, now));
        Posting = new Posting(new PlanId(partition), about, $"{source}/{about.Id}/{submission.Key}", now, notices);
        NoticeOutbox.Stage(_transaction, Posting);
    }

    internal static string AuditPlace(DateTimeOffset moment) => $"audit-{moment.UtcTicks:0000000000000000000}";

    private string AnswerRow => "key-" + Key.Hash(submission.Key);
}
