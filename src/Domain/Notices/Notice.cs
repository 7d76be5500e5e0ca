namespace NtmServerless.Domain.Notices;

/// <summary>
/// Something that units, participants or both are to be told. It carries no personal data: participants are named by the
/// class they registered in, or by registration codes when only some of them are meant.
/// </summary>
/// <param name="Kind">Which text it becomes.</param>
/// <param name="ToUnits">Ids of the units that are told.</param>
/// <param name="ToParticipants">Whether everybody with an active registration is told.</param>
/// <param name="Registrations">The registrations that are told, by code, where it is not all of them.</param>
/// <param name="Detail">A reason or remark that belongs to it.</param>
/// <param name="Attachments">Ids of kept documents of the plan that go with it.</param>
/// <param name="Off">The office had switched this kind off when it was decided: it stands in the history, and nobody is told.</param>
/// <param name="Concerned">How many people it is about, by commune; null where nobody has to see to it that they hear of it.</param>
/// <param name="Day">First day of the class when it was decided: by it an old line names the class. Null where it had none, and of older notices.</param>
public sealed record Notice(
    NoticeKind Kind,
    IReadOnlyList<string> ToUnits,
    bool ToParticipants = false,
    IReadOnlyList<string>? Registrations = null,
    string? Detail = null,
    IReadOnlyList<string>? Attachments = null,
    bool Off = false,
    IReadOnlyList<ConcernedPeople>? Concerned = null,
    DateOnly? Day = null);
