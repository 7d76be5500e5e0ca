namespace NtmServerless.Pages.Classes;

/// <summary>The classes that people can look at and register for now, and which of them were asked for.</summary>
public sealed record OpenClasses(IReadOnlyList<ClassOfPlan> Classes, ClassSearch Search)
{
    // Names of the filters in the address.
    public const string Host = "xa";
    public const string Stream = "noi-dung";
    public const string From = "tu-ngay";
    public const string Text = "tim";
}
