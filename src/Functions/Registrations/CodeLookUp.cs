using System.Collections.Concurrent;

namespace NtmServerless.Functions.Registrations;

/// <summary>
/// Finds somebody's own registration by its code alone, whichever class it is in, as long as it is somebody's. A code says nothing of its
/// class and no index is kept that could be behind: every class that may have it is asked by one point read, a few at a time. That is
/// the number of classes that were announced and not yet emptied, some dozens a year. All are asked whatever is found: the time that it takes
/// tells nothing, and two classes may by chance have the same code.
/// </summary>
public sealed class CodeLookUp(AnnouncedClasses classes, ClassReader records, PublicRate rate)
{
    private const int AtOnce = 8;

    /// <param name="address">Of the client, see <see cref="ClientAddress"/>.</param>
    /// <exception cref="RecordMissingException">No class has it, or what goes with it is wrong: the same answer.</exception>
    public async Task<(ClassId ClassId, string Code)> FindAsync(CodeForm form, string? address, CancellationToken cancellation)
    {
        form.EnsureFilled();
        string? code = RegistrationCode.Read(form.Code);
        using Guesses guesses = rate.LookUp(code, address);
        if (code is not null && await ProvenInAsync(code, form, cancellation) is { } classId) return (classId, code);
        guesses.WereWrong();
        throw new RecordMissingException("registration");
    }

    private async Task<ClassId?> ProvenInAsync(string code, CodeForm form, CancellationToken cancellation)
    {
        ConcurrentBag<TrainingClass> proven = [];
        await Parallel.ForEachAsync(
            (await classes.AllAsync(cancellation)).Select(c => c.Class).Where(MayHaveSomebody),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (c, stop) =>
            {
                if (await records.FindRegistrationAsync(c.Id, code, stop) is { AnonymisedAt: null } r && form.Proves(r.Applicant)) proven.Add(c);
            });
        return proven.MaxBy(c => c.Announced().AnnouncedAt)?.Id;
    }

    // While it takes registrations its summary may be a moment behind.
    private static bool MayHaveSomebody(TrainingClass c) =>
        c.AnonymisedAt is null && (c.Stage is ClassStage.Registering || c.Seats.Confirmed + c.Seats.Waitlisted + c.Seats.Cancelled + c.Seats.WalkIns > 0);
}
