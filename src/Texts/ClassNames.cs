using System.Globalization;
using NtmServerless.Domain.Classes;

namespace NtmServerless.Texts;

/// <summary>How a class is called. Everywhere but in letters and official documents by its short name, which no other class of the plan has.</summary>
public static class ClassNames
{
    /// <summary>"Lớp 10 · Tân Thành · 17/09": number in the plan, place, first day.</summary>
    public static string InShort(TrainingClass c, Plan plan, VietnameseTexts texts)
    {
        ArgumentNullException.ThrowIfNull(c);
        return InShort(Number(c, plan), c.HostUnitId, FirstDay(c), plan, texts);
    }

    /// <summary>Where it stands, in words.</summary>
    public static string Stage(TrainingClass c, VietnameseTexts texts)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(texts);
        return HoldingFacts.IsUnconfirmed(c) ? texts["class.stage-unconfirmed"] : texts.Word(c.Stage);
    }

    /// <inheritdoc cref="InShort(TrainingClass, Plan, VietnameseTexts)"/>
    /// <param name="number">See <see cref="Number(TrainingClass, Plan)"/>.</param>
    /// <param name="firstDay">Null: it has no day (any more).</param>
    public static string InShort(string number, string hostUnitId, DateOnly? firstDay, Plan plan, VietnameseTexts texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        return texts["class.name",
            ("number", number), ("place", plan.FindUnit(hostUnitId)?.PlaceName ?? hostUnitId),
            ("day", firstDay?.ToString("dd/MM", CultureInfo.InvariantCulture) ?? texts["class.name-no-day"])];
    }

    /// <summary>"Lớp 10 · Tân Thành": where its day is not known, or another one by now.</summary>
    public static string WithoutDay(TrainingClass c, Plan plan, VietnameseTexts texts)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(texts);
        return texts["class.name-alone", ("number", Number(c, plan)), ("place", plan.FindUnit(c.HostUnitId)?.PlaceName ?? c.HostUnitId)];
    }

    /// <summary>
    /// What tells the class from every other one of its plan. A class founded before classes were numbered over the plan has the
    /// number of its stream before its own ("3.4"), which is no other class's number either.
    /// </summary>
    public static string Number(TrainingClass c, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(c);
        return Number(c.NumberInPlan, c.StreamId, c.Number, plan);
    }

    /// <inheritdoc cref="Number(TrainingClass, Plan)"/>
    public static string Number(int numberInPlan, string streamId, int numberInStream, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (numberInPlan > 0) return $"{numberInPlan}";
        int stream = plan.Streams.Select(s => s.Id).ToList().IndexOf(streamId);
        return $"{(stream < 0 ? streamId : $"{stream + 1}")}.{numberInStream}";
    }

    /// <summary>What the class is about: short title of its stream, or the title that it was given. The line beneath its name.</summary>
    public static string Content(TrainingClass c, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(plan);
        TrainingStream? stream = plan.FindStream(c.StreamId);
        return stream is null || c.Title != stream.Title ? c.Title : stream.DisplayTitle;
    }

    // The first of its sessions, also when some were held before an interruption; while it is put off the old day would mislead.
    private static DateOnly? FirstDay(TrainingClass c) =>
        c.Sessions.Count == 0 || c is { Stage: ClassStage.Postponed, Interrupted: false } ? null : VietnamTime.DateOf(c.Sessions[0].StartsAt);
}
