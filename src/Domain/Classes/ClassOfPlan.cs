namespace NtmServerless.Domain.Classes;

/// <summary>A class with the plan that it belongs to, whose words describe it.</summary>
public sealed record ClassOfPlan(Plan Plan, TrainingClass Class)
{
    /// <summary>What the class is about, as a heading: its own title where the office gave it one, else its stream's.</summary>
    public string Title => Plan.FindStream(Class.StreamId) is { } stream && Class.Title == stream.Title ? StreamTitle : AsHeading(Class.Title);

    /// <summary>The stream of the class, as a heading.</summary>
    public string StreamTitle => AsHeading(Plan.FindStream(Class.StreamId)?.DisplayTitle ?? Class.Title);

    public string UnitName(string unitId) => Plan.UnitName(unitId);

    /// <summary>The topics of the class, in the plan's order and words.</summary>
    public IEnumerable<string> Topics => Plan.Topics.Where(t => Class.TopicIds.Contains(t.Id)).Select(t => t.Text);

    private static string AsHeading(string title) => char.ToUpperInvariant(title[0]) + title[1..];
}
