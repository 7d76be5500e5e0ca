namespace NtmServerless.Texts;

/// <summary>Roman numerals of headings, annexes and quarters.</summary>
public static class Roman
{
    private static readonly (int Value, string Sign)[] Signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>The numeral of a number below 40.</summary>
    public static string Of(int number)
    {
        string text = "";
        foreach ((int value, string sign) in Signs)
        {
            for (; number >= value; number -= value) text += sign;
        }

        return text;
    }
}
