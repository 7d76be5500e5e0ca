using System.Reflection;
using Microsoft.Azure.Functions.Worker.Converters;

namespace NtmServerless.Functions.Hosting;

/// <summary>An id of the route as its own type; what cannot be one of ours is simply not there.</summary>
internal sealed class IdConverter : IInputConverter
{
    private const int Longest = 100;

    /// <summary>Whether this type is an id's.</summary>
    public static bool IsId(Type type) => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    /// <summary>Whether a record can have this id: 1 to 100 letters, digits, hyphens and underscores.</summary>
    public static bool CanBe(string text) => text.Length is > 0 and <= Longest && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    public ValueTask<ConversionResult> ConvertAsync(ConverterContext context) => ValueTask.FromResult(
        !IsId(context.TargetType) || context.Source is not string text ? ConversionResult.Unhandled()
        : CanBe(text) ? ConversionResult.Success(From(context.TargetType, text))
        : ConversionResult.Failed(new FormatException("No record has this id.")));

    private static object From(Type type, string text) =>
        Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance, null, [text], null)!;
}
