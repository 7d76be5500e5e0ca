namespace NtmServerless.Domain.Classes;

/// <summary>Whether it happened, is what the class waits for now, or comes later if all goes as planned.</summary>
public enum MomentState
{
    Done,
    Next,
    Expected,
}
