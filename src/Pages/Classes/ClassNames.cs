namespace NtmServerless.Pages.Classes;

/// <summary>How a class is called where there is little room.</summary>
public static class ClassNames
{
    /// <summary>Short title of its stream with its number, or the title that it was given.</summary>
    public static string InShort(TrainingClass c, Plan plan, VietnameseTexts texts)
    {
        TrainingStream? stream = plan.FindStream(c.StreamId);
        string title = stream is null || c.Title != stream.Title ? c.Title : stream.DisplayTitle;
        return texts["class.name", ("number", c.Number), ("title", title)];
    }
}
