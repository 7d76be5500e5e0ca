namespace NtmServerless.Domain.Classes;

/// <summary>How many were there in one session: registered people, and walk-ins apart.</summary>
public sealed record SessionCount(int Session, int Present, int WalkIns)
{
    public int Total => Present + WalkIns;
}
