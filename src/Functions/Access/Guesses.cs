using Microsoft.Extensions.Configuration;

namespace NtmServerless.Functions.Access;

/// <summary>One guess under several limits at once.</summary>
public sealed class Guesses : IDisposable
{
    private readonly List<GuessLimit.Guess> _begun = [];

    private Guesses()
    {
    }

    /// <exception cref="TooManyRequestsException">One of the limits is used up; none of them counts it.</exception>
    public static Guesses Begin(params Func<GuessLimit.Guess>?[] limits)
    {
        Guesses guesses = new();
        try
        {
            foreach (Func<GuessLimit.Guess> begin in limits.OfType<Func<GuessLimit.Guess>>()) guesses._begun.Add(begin());
            return guesses;
        }
        catch
        {
            guesses.Dispose();
            throw;
        }
    }

    public void WereWrong() => _begun.ForEach(guess => guess.WasWrong());

    public void Dispose() => _begun.ForEach(guess => guess.Dispose());
}
