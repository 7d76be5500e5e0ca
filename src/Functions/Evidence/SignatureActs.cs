namespace NtmServerless.Functions.Evidence;

/// <summary>Who signed on the paper of a session, and whose tap says otherwise.</summary>
/// <param name="Signatures">Null while nobody has read the paper person by person.</param>
public sealed record SheetReadingReceipt(int Session, int? Signatures, IReadOnlyList<SignatureDifference> Differences);

/// <summary>Everything that is needed to hold the paper of one session against the taps.</summary>
public sealed record SignaturePageData(AttendancePageData Attendance, AttendanceSheet Taken, SheetReading? Reading, IReadOnlyList<EvidenceFact> Papers)
{
    public IReadOnlyList<SignatureDifference> Differences => Reading?.Differences(Taken) ?? [];
}

/// <summary>Holding the signed paper against the taps, person by person.</summary>
public sealed class SignatureActs(ClassStore ledger, ClassReader records, AttendanceActs attendance, TimeProvider time)
{
    public async Task<SignaturePageData> BookAsync(ClassId classId, int session, Caller caller, CancellationToken cancellation)
    {
        AttendancePageData book = await attendance.BookAsync(classId, caller, cancellation);
        AttendanceSheet taken = book.SheetOf(session);
        SheetReading? reading = (await records.ReadingsAsync(classId, cancellation)).FirstOrDefault(r => r.Session == session);
        IReadOnlyList<EvidenceFact> files = await records.EvidenceAsync(classId, cancellation);
        return new SignaturePageData(book, taken, reading,
            [.. files.Where(f => f.Kind == EvidenceKind.SignedSheet && (f.Session is null || f.Session == session)).OrderBy(f => f.UploadedAt)]);
    }

    public Task<SheetReadingReceipt> ReadAsync(ClassId classId, int session, Ask<SheetReadingForm> ask) =>
        ledger.WriteAsync(classId, ask.Submission, ask.Waker, async (work, cancellation) =>
        {
            if (!ask.Caller.MayTakeAttendance(work.Class)) throw new ForbiddenException();
            (IReadOnlyCollection<string>? signers, Dictionary<string, string> notes) = ask.Form.Check();
            Dictionary<string, Registration> known = (await work.RegistrationsAsync(cancellation)).ToDictionary(r => r.Code, StringComparer.Ordinal);
            AttendanceSheet taken = await work.SheetAsync(session, cancellation);
            (ClassOutcome outcome, SheetReading reading) = SheetReadingDecisions.Read(
                work.Class, await work.FindReadingAsync(session, cancellation), taken, signers, notes, known, ask.Caller.UnitId, time.GetUtcNow());
            work.Set(outcome);
            work.Put(reading);
            return new SheetReadingReceipt(session, reading.Signers.Count, reading.Differences(taken));
        });
}

/// <summary>Why the paper and the tap of one person differ.</summary>
public sealed record SignatureNoteForm(string? Code, string? Text);

/// <summary>Those whose signatures are on the paper; what is left out stays as it was read before.</summary>
public sealed record SheetReadingForm(IReadOnlyList<string?>? Signers, IReadOnlyList<SignatureNoteForm>? Notes)
{
    private const int Most = 600;

    public (IReadOnlyCollection<string>? Signers, Dictionary<string, string> Notes) Check()
    {
        Checks checks = new();
        checks.Require(Signers is not { Count: > Most }, "signers", "too-many", ("most", Most));
        checks.Require(Notes is not { Count: > Most }, "notes", "too-many", ("most", Most));
        checks.Require(Signers is not null || Notes is { Count: > 0 }, "signers", "signed-required");
        string[]? signers = Signers is null ? null : [.. Signers.Take(Most).Select((code, i) => Code(code, $"signers[{i}]"))];
        Dictionary<string, string> notes = new(StringComparer.Ordinal);
        foreach ((SignatureNoteForm? note, int i) in (Notes ?? []).Take(Most).Select((n, i) => (n, i)))
            notes[Code(note?.Code, $"notes[{i}].code")] = checks.Paragraphs($"notes[{i}].text", note?.Text, SheetReadingDecisions.NoteLimit) ?? "";
        checks.ThrowIfAny();
        return (signers, notes);

        string Code(string? typed, string field)
        {
            if (RegistrationCode.Read(typed) is { } code) return code;
            checks.Fail(field, Rule.AttendanceCodeUnknown);
            return "";
        }
    }
}
