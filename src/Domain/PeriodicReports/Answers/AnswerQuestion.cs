namespace NtmServerless.Domain.PeriodicReports.Answers;

/// <summary>A figure that is asked back: kept only with a confirmation and an explanation.</summary>
/// <param name="Field">Name of the form's field.</param>
/// <param name="Compared">What it was held against: the average, the limit, the log, the classes.</param>
public sealed record AnswerQuestion(AnswerDoubt Doubt, string Field, long Said, long Compared, CommunicationChannel? Channel = null);
