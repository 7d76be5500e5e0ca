namespace NtmServerless.Pages.Telling;

/// <summary>The form of a message of one's own.</summary>
/// <param name="Communes">Communes that people of the class come from.</param>
/// <param name="Confirmed">How many have a seat.</param>
/// <param name="Waiting">How many wait for one.</param>
/// <param name="Beside">Letters that a message has beside what is typed: name, class, and what the template says.</param>
/// <param name="Tried">What it would be; null before it was tried.</param>
public sealed record MessageView(
    Plan Plan, TrainingClass Class, IReadOnlyList<Unit> Communes, int Confirmed, int Waiting, int Beside, MessageTry? Tried = null);
