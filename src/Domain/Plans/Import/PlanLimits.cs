namespace NtmServerless.Domain.Plans.Import;

/// <summary>How much a plan file may hold. The numbers are ours: far above any real plan, far below what hurts.</summary>
internal static class PlanLimits
{
    public const int Bytes = 1024 * 1024;
    public const int Depth = 32;
    public const int ListItems = 1000;
    public const int Errors = 500;

    public const int IdCharacters = 60;
    public const int NameCharacters = 300;
    public const int TextCharacters = 8000;
    public const int ShownCharacters = 60;

    public const int FirstYear = 2000;
    public const int LastYear = 2100;
    public const int Classes = 1000;
    public const int Seats = 500;
    public const int DueWorkingDays = 60;
    public const int TargetCount = 100_000;
    public const int DocumentNumber = 99_999;
}
