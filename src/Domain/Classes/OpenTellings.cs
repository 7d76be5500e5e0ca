namespace NtmServerless.Domain.Classes;

/// <summary>Keeps on the record of a class what its people still have to be told, so that lists of work need not read every person.</summary>
public static class OpenTellings
{
    /// <summary>What a change told opens a task for each notice that must reach people; one about the whole class takes the place of all before.</summary>
    /// <param name="told">The notices of the change, with their ids, in order.</param>
    /// <param name="byMessage">Whether who left a phone is sent a message: those are under way, and not to be rung.</param>
    public static TrainingClass After(TrainingClass c, IEnumerable<KeptNotice> told, bool byMessage)
    {
        List<OpenTelling>? open = null;
        foreach (KeptNotice kept in told.Where(k => !k.Notice.Off && k.Notice.Kind.MustReachPeople() && k.Notice.Concerned is not null))
        {
            open ??= [.. c.Untold];
            if (kept.Notice.Kind.TellsHowClassStands()) open.Clear();
            if (kept.Notice.Kind.AsksToCome()) open.RemoveAll(t => t.Kind.AsksToCome());
            Dictionary<string, int> left = kept.Notice.Concerned!
                .Select(p => (p.UnitId, Left: p.WithoutPhone + (byMessage ? 0 : p.WithPhone)))
                .Where(p => p.Left > 0).ToDictionary(p => p.UnitId, p => p.Left, StringComparer.Ordinal);
            if (left.Count > 0) open.Add(new OpenTelling(kept.Id, kept.Notice.Kind, kept.At, left));
        }

        return open is null ? c : c with { Untold = open };
    }
}
