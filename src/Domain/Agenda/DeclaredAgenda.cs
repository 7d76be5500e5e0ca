namespace NtmServerless.Domain.Agenda;

/// <summary>What declared classes wait for: the office decides on all of them in one list, each unit corrects its own one by one.</summary>
internal static class DeclaredAgenda
{
    public static IEnumerable<AgendaItem> Of(Caller caller, IReadOnlyCollection<DeclaredClass> declared, DateTimeOffset now)
    {
        DeclaredClass[] waiting = [.. declared.Where(d => d.Stage == DeclarationStage.Declared)];
        if (waiting.Length > 0 && caller.MayAcceptDeclared())
            yield return AgendaItem.Of(AgendaKind.AcceptDeclared, "", waiting.Min(d => Deadlines.ApprovalDue(d.History[^1].At)), now, waiting.Length);
        if (caller.IsAdministrator) yield break;
        foreach (DeclaredClass d in declared.Where(d => d.Stage == DeclarationStage.Returned && caller.MayDeclareFor(d.UnitId)))
            yield return AgendaItem.Of(AgendaKind.CorrectDeclared, d.Id, Deadlines.ApprovalDue(d.History[^1].At), now);
    }
}
