namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Reports a file, a setting or a database that can't be used, to the person who looks after it. The message says in one line what is
/// wrong. If it happens at the start, the bot prints the message and doesn't start.
/// </summary>
/// <param name="message">The line.</param>
/// <param name="fault">What caused it; null if nothing else failed.</param>
public abstract class SetUpException(string message, Exception? fault = null) : Exception(message, fault);
