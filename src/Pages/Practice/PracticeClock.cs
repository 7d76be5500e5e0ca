namespace NtmServerless.Pages.Practice;

/// <summary>A step of a class that comes by itself, with its moment.</summary>
public sealed record ClassDue(ClassOfPlan Of, ClassErrand Errand);

/// <summary>What somebody who practises needs to move the clock on.</summary>
/// <param name="Port">Where the app answers on its own PC.</param>
/// <param name="Due">The next steps of announced classes, soonest first.</param>
public sealed record PracticeClock(int Port, IReadOnlyList<ClassDue> Due);
