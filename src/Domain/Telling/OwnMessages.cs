namespace NtmServerless.Domain.Telling;

/// <summary>A message of an officer's own to the people of a class.</summary>
public static class OwnMessages
{
    /// <summary>Why nobody can write to the people of the class any more, or yet; null when who runs it can.</summary>
    public static Refusal? WhyNot(TrainingClass c) => c.WhyNotIn(
        ClassStage.Announced, ClassStage.Registering, ClassStage.Confirmed, ClassStage.Holding, ClassStage.Reporting,
        ClassStage.Postponed, ClassStage.Cancelled);

    /// <summary>Whom it is for.</summary>
    /// <param name="unitId">Only people of this commune; null: of all.</param>
    public static IReadOnlyList<Registration> For(IEnumerable<Registration> registrations, MessageGroup group, string? unitId) =>
    [
        .. registrations.Where(r => r is { IsActive: true, AnonymisedAt: null } && (unitId is null || r.Applicant.UnitId == unitId)
            && (group == MessageGroup.Registered || (group == MessageGroup.Confirmed) == (r.Status == RegistrationStatus.Confirmed))),
    ];

    /// <summary>The notice that it becomes: to those people, their communes and the unit that leads the class.</summary>
    /// <exception cref="RuleBrokenException"><see cref="Rule.ClassStage"/>.</exception>
    /// <exception cref="InvalidInputException">There is nobody whom it is for.</exception>
    public static Notice Write(TrainingClass c, IReadOnlyList<Registration> people, string text)
    {
        Refusal.ThrowIfAny(WhyNot(c));
        if (people.Count == 0) throw new InvalidInputException("group", "nobody-to-tell");
        return TellingRules.Addressed(
            new Notice(NoticeKind.ClassMessage, [c.LeadUnitId], Registrations: [.. people.Select(r => r.Code)], Detail: text), people);
    }
}
